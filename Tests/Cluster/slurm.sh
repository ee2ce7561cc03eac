# A Slurm of two nodes on this machine, for tests: everything it writes is in one folder. To be sourced by bash as root.
#
#   slurm_start FOLDER      controller and both nodes; exports SLURM_CONF
#   slurm_node N            starts node N (1 or 2), also after it was killed
#   slurm_controller        starts the controller, also after it was killed; it finds its queue again
#   slurm_stop              ends all of it

slurm_start() {
  slurm_folder=$1
  mkdir -p "$slurm_folder"/{state,spool1,spool2,munge}
  chmod 755 "$slurm_folder" "$slurm_folder/munge"
  dd if=/dev/urandom of="$slurm_folder/munge/key" bs=128 count=1 status=none
  chmod 400 "$slurm_folder/munge/key"
  munged --force --key-file "$slurm_folder/munge/key" --socket "$slurm_folder/munge/socket" \
    --pid-file "$slurm_folder/munge/pid" --log-file "$slurm_folder/munge/log" --seed-file "$slurm_folder/munge/seed"
  cat > "$slurm_folder/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=17817
AuthType=auth/munge
AuthInfo=socket=$slurm_folder/munge/socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$slurm_folder/state
SlurmdSpoolDir=$slurm_folder/spool-%n
SlurmctldPidFile=$slurm_folder/slurmctld.pid
SlurmdPidFile=$slurm_folder/slurmd-%n.pid
SlurmctldLogFile=$slurm_folder/slurmctld.log
SlurmdLogFile=$slurm_folder/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
ReturnToService=2
SlurmdTimeout=10
SlurmctldTimeout=10
InactiveLimit=0
KillWait=30
MinJobAge=10
SlurmdParameters=config_overrides
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
NodeName=n1 NodeAddr=127.0.0.1 Port=17818 CPUs=2 RealMemory=8000
NodeName=n2 NodeAddr=127.0.0.1 Port=17819 CPUs=2 RealMemory=8000
PartitionName=test Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$slurm_folder/slurm.conf
  slurmctld -c
  slurm_node 1
  slurm_node 2
  for _ in $(seq 100); do
    [ "$(sinfo --noheader --Node --format='%N %t' 2>/dev/null | grep -c idle)" = 2 ] && return
    sleep 0.1
  done
  echo "Slurm does not start; see $slurm_folder" >&2
  return 1
}

slurm_node() { slurmd -N "n$1"; }
slurm_controller() { slurmctld; }

slurm_stop() {
  [ -n "${slurm_folder-}" ] || return 0
  scancel --user root 2>/dev/null
  for _ in $(seq 50); do [ -n "$(squeue --noheader 2>/dev/null)" ] || break; sleep 0.1; done
  local file
  for file in "$slurm_folder"/slurmd-n*.pid "$slurm_folder"/slurmctld.pid "$slurm_folder"/munge/pid; do
    [ -f "$file" ] && kill "$(cat "$file")" 2>/dev/null
  done
  sleep 0.5
}
